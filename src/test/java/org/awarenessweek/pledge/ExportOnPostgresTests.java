package org.awarenessweek.pledge;

import org.awarenessweek.OnPostgres;

@OnPostgres
class ExportOnPostgresTests extends ExportTests {

}
