package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeRefusalOnPostgresTests extends PledgeRefusalTests {

}
