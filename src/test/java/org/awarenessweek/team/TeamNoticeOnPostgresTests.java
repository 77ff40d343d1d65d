package org.awarenessweek.team;

import org.awarenessweek.OnPostgres;

@OnPostgres
class TeamNoticeOnPostgresTests extends TeamNoticeTests {

}
