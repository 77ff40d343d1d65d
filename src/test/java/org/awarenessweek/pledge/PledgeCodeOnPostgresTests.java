package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeCodeOnPostgresTests extends PledgeCodeTests {

}
