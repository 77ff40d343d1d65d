package org.awarenessweek.journey;

import org.awarenessweek.OnPostgres;

@OnPostgres
class EventJourneyOnPostgresTests extends EventJourneyTests {

}
