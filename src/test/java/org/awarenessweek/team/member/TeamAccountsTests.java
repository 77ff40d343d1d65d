package org.awarenessweek.team.member;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.assertj.core.groups.Tuple;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TeamAccounts.Removal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class TeamAccountsTests {

	@Autowired
	private ApplicationContext application;

	@Autowired
	private TeamAccounts accounts;

	@Autowired
	private TeamMembers members;

	@Autowired
	private TeamRecords records;

	@Test
	void keepsAMemberWhereTheLastTwoRemoveEachOtherAtTheSameMoment() throws Exception {
		for (int round = 0; round < 10; round++) {
			TestTeam.removeEverybody(this.application);
			TeamMember anna = TestTeam.newMember(this.application);
			TeamMember ben = TestTeam.newMember(this.application);
			List<Removal> removals = atOnce(List.of(() -> remove(anna, ben), () -> remove(ben, anna)));
			assertThat(removals).containsExactlyInAnyOrder(Removal.DONE, Removal.LAST);
			assertThat(this.members.count()).isEqualTo(1);
		}
	}

	@Test
	void addsAMemberOnceWhereTwoDoSoAtTheSameMoment() throws Exception {
		TeamMember anna = TestTeam.newMember(this.application);
		for (int round = 0; round < 5; round++) {
			EmailAddress email = TestTeam.newAddress();
			Callable<Boolean> add = () -> this.accounts.add(anna.email().value(), email);
			assertThat(atOnce(List.of(add, add))).containsExactlyInAnyOrder(true, false);
		}
	}

	@Test
	void recordsWhoAddedAndRemovedWhom() {
		TeamMember anna = TestTeam.newMember(this.application);
		EmailAddress email = TestTeam.newAddress();
		this.accounts.add(anna.email().value(), email);
		TeamMember added = this.members.find(email).orElseThrow();
		remove(anna, added);
		assertThat(this.records.of(added.id())).extracting("doneBy", "what")
			.containsExactlyInAnyOrder(tuple(anna, "added " + email + " to the team"),
					tuple(anna, "removed " + email + " from the team"));
	}

	@Test
	void makesAFirstMemberOnlyWhereThereIsNone() {
		TestTeam.newMember(this.application);
		assertThat(this.accounts.addFirst(TestTeam.newAddress(), TestTeam.PASSWORD)).isFalse();
		TestTeam.removeEverybody(this.application);
		EmailAddress first = TestTeam.newAddress();
		assertThat(this.accounts.addFirst(first, TestTeam.PASSWORD)).isTrue();
		assertThat(this.members.find(first)).get().matches(TeamMember::passwordToBeChanged);
	}

	private Removal remove(TeamMember by, TeamMember member) {
		return this.accounts.remove(by.email().value(), member.id(), member.version());
	}

	private static Tuple tuple(TeamMember by, String what) {
		return Tuple.tuple(by.email().value(), what);
	}

	private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
		try (var threads = Executors.newFixedThreadPool(deeds.size())) {
			List<T> results = new ArrayList<>();
			for (var result : threads.invokeAll(deeds)) {
				results.add(result.get());
			}
			return results;
		}
	}

}
