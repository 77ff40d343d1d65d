package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeTeamOnPostgresTests extends PledgeTeamTests {

}
