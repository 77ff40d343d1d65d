package org.awarenessweek.wall;

import org.awarenessweek.OnPostgres;

@OnPostgres
class WallPagesOnPostgresTests extends WallPagesTests {

}
