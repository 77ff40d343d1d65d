package org.awarenessweek.calendar;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.stereotype.Component;

/** Was what {@link V21__WordsOfEventsReadInOneWay} does now. */
@Component
class V8__WordsOfEvents extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		// A database that was here before has run it; a new one has nothing to do yet.
	}

}
