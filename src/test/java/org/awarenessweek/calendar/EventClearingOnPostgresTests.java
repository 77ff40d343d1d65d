package org.awarenessweek.calendar;

import org.awarenessweek.OnPostgres;

@OnPostgres
class EventClearingOnPostgresTests extends EventClearingTests {

}
