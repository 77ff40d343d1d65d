package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class RenewalOnPostgresTests extends RenewalTests {

}
