package org.awarenessweek.journey;

import org.awarenessweek.OnPostgres;

@OnPostgres
class CalendarJourneyOnPostgresTests extends CalendarJourneyTests {

}
