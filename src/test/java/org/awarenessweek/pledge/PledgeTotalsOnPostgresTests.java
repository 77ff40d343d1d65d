package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class PledgeTotalsOnPostgresTests extends PledgeTotalsTests {

}
