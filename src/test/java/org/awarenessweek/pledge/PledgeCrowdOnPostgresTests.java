package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeCrowdOnPostgresTests extends PledgeCrowdTests {

}
