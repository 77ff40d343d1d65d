package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class SignatureTableOnPostgresTests extends SignatureTableTests {

}
