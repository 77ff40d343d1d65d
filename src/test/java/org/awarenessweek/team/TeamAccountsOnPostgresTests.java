package org.awarenessweek.team;

import org.awarenessweek.OnPostgres;

@OnPostgres
class TeamAccountsOnPostgresTests extends TeamAccountsTests {

}
