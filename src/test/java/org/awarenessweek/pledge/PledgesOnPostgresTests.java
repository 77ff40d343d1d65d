package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgesOnPostgresTests extends PledgesTests {

}
