package org.awarenessweek.mail;

import org.awarenessweek.OnPostgres;

@OnPostgres
class TokensOnPostgresTests extends TokensTests {

}
