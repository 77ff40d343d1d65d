package org.awarenessweek.team;

import org.awarenessweek.OnPostgres;

@OnPostgres
class TeamJourneyOnPostgresTests extends TeamJourneyTests {

}
