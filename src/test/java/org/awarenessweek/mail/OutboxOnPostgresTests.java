package org.awarenessweek.mail;

import org.awarenessweek.OnPostgres;

@OnPostgres
class OutboxOnPostgresTests extends OutboxTests {

}
