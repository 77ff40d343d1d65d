package org.awarenessweek.edition;

import org.awarenessweek.OnPostgres;

@OnPostgres
class EditionsOnPostgresTests extends EditionsTests {

}
