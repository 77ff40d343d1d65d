package org.awarenessweek.event;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventStatusTests {

	@Test
	void becomesOnlyWhatTheTableSays() {
		Set<String> allowed = new TreeSet<>();
		for (EventStatus status : EventStatus.values()) {
			for (EventStatus next : EventStatus.values()) {
				if (status.mayBecome(next)) {
					allowed.add(status + " -> " + next);
				}
			}
		}
		assertThat(allowed).containsExactly("DECLINED -> WAITING", "POSTPONED -> CANCELLED", "POSTPONED -> PUBLISHED",
				"PUBLISHED -> CANCELLED", "PUBLISHED -> POSTPONED", "UNCONFIRMED -> WAITING", "WAITING -> DECLINED",
				"WAITING -> PUBLISHED");
	}

	@Test
	void staysPublicOnceItIs() {
		for (EventStatus status : EventStatus.values()) {
			for (EventStatus next : EventStatus.values()) {
				if (status.isPublic() && status.mayBecome(next)) {
					assertThat(next.isPublic()).as("%s after %s", next, status).isTrue();
				}
			}
		}
	}

}
