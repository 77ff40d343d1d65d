package org.awarenessweek.calendar;

import org.awarenessweek.OnPostgres;

@OnPostgres
class EventsOnPostgresTests extends EventsTests {

}
