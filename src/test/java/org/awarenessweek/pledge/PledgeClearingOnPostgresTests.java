package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeClearingOnPostgresTests extends PledgeClearingTests {

}
