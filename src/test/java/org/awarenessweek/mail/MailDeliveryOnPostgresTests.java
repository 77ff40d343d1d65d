package org.awarenessweek.mail;

import org.awarenessweek.OnPostgres;

@OnPostgres
class MailDeliveryOnPostgresTests extends MailDeliveryTests {

}
