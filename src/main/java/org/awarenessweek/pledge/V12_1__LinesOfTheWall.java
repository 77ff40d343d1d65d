package org.awarenessweek.pledge;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.stereotype.Component;

/** Was a part of what {@link V22__WordsOfPledgesReadInOneWay} does now. */
@Component
class V12_1__LinesOfTheWall extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		// A database that was here before has run it; a new one has nothing to do yet.
	}

}
