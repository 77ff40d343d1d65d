package org.awarenessweek.calendar;

import org.awarenessweek.OnPostgres;

@OnPostgres
class CalendarFilterOnPostgresTests extends CalendarFilterTests {

}
