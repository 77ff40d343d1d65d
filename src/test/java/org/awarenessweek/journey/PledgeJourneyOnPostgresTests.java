package org.awarenessweek.journey;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeJourneyOnPostgresTests extends PledgeJourneyTests {

}
