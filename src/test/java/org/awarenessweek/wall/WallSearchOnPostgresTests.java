package org.awarenessweek.wall;

import org.awarenessweek.OnPostgres;

@OnPostgres
class WallSearchOnPostgresTests extends WallSearchTests {

}
