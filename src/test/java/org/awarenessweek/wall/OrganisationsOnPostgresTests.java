package org.awarenessweek.wall;

import org.awarenessweek.OnPostgres;

@OnPostgres
class OrganisationsOnPostgresTests extends OrganisationsTests {

}
