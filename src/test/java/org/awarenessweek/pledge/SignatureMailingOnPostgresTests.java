package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class SignatureMailingOnPostgresTests extends SignatureMailingTests {

}
