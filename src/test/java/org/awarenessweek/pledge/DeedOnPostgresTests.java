package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class DeedOnPostgresTests extends DeedTests {

}
