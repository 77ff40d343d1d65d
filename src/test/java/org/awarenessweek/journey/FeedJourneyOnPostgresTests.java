package org.awarenessweek.journey;

import org.awarenessweek.OnPostgres;

@OnPostgres
class FeedJourneyOnPostgresTests extends FeedJourneyTests {

}
