package org.awarenessweek.event;

import java.util.UUID;

import org.awarenessweek.edition.Editions;

import org.springframework.context.ApplicationContext;

/** An event that takes place three times, for tests: one of them still waits. */
public final class SampleSeries {

	private SampleSeries() {
	}

	/** Saves it, and gives what its events share. */
	public static UUID save(ApplicationContext application, String title) {
		UUID series = UUID.randomUUID();
		for (int day = 0; day < 3; day++) {
			Event event = SampleEvents.unconfirmed(application.getBean(Editions.class).current(), title + " " + day,
					SampleEvents.uk(SampleEvents.TUESDAY.plusDays(day), "23:00", "01:00"));
			event.join(series);
			event.confirm();
			if (day < 2) {
				event.publish(SampleEvents.SENT);
			}
			application.getBean(Events.class).save(event);
		}
		return series;
	}

}
