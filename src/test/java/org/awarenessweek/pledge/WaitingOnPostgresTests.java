package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class WaitingOnPostgresTests extends WaitingTests {

}
