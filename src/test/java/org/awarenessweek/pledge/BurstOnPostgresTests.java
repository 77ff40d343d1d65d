package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class BurstOnPostgresTests extends BurstTests {

}
