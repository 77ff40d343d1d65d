package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class MineOnPostgresTests extends MineTests {

}
