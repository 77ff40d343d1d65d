package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class WallLinesOnPostgresTests extends WallLinesTests {

}
