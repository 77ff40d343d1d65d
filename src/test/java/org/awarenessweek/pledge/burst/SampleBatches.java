package org.awarenessweek.pledge.burst;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationContext;

/** Batches of pledges set aside, for tests. */
public final class SampleBatches {

	private SampleBatches() {
	}

	/** A batch that has no pledges yet; joins the caller's transaction. */
	public static UUID batch(ApplicationContext application, Instant now) {
		return application.getBean(SetAsides.class).save(new SetAside("To be sure", "anna@week.example", now)).id();
	}

}
