package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class WallPagesOnPostgresTests extends WallPagesTests {

}
