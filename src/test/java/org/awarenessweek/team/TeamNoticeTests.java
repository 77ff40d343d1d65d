package org.awarenessweek.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each test runs in one transaction, so that the reminder, which runs at the same time,
 * sees nothing of it.
 */
@JourneyTest
class TeamNoticeTests {

	private static final Email KIND = Email.TEAM_MAILS;

	private static final List<TeamTask> ONE_WAITS = List.of(new TeamTask("Events to review", "/team/events", 1));

	@Autowired
	private ApplicationContext application;

	@Autowired
	private TeamNotice notice;

	@Autowired
	private OutgoingMails mails;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	@Transactional
	void tellsEveryMemberOnceAnHour() {
		begin();
		TeamMember anna = TestTeam.newMember(this.application);
		TeamMember ben = TestTeam.newMember(this.application);
		this.notice.tell(KIND, new EmailValues());
		assertThat(mailsTo(anna)).hasSize(1);
		assertThat(mailsTo(ben)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(59));
		this.notice.tell(KIND, new EmailValues());
		assertThat(mailsTo(anna)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(1));
		this.notice.tell(KIND, new EmailValues());
		assertThat(mailsTo(anna)).hasSize(2);
	}

	@Test
	@Transactional
	void tellsAgainWhenTheClockWasAheadAndIsRight() {
		begin();
		TeamMember anna = TestTeam.newMember(this.application);
		Instant right = this.clock.instant();
		this.clock.advance(Duration.ofDays(365));
		this.notice.tell(KIND, new EmailValues());
		this.clock.set(right);
		this.notice.tell(KIND, new EmailValues());
		assertThat(mailsTo(anna)).hasSize(2);
		this.notice.tell(KIND, new EmailValues());
		assertThat(mailsTo(anna)).hasSize(2);
	}

	@Test
	@Transactional
	void countsEachEmailByItself() {
		begin();
		TeamMember anna = TestTeam.newMember(this.application);
		this.notice.tell(KIND, new EmailValues());
		this.notice.tell(Email.TEAM_WAITING,
				new EmailValues().items(Placeholder.TASKS, ONE_WAITS.stream().map(TeamTask::item).toList())
					.words(Placeholder.URGENT, null));
		assertThat(mailsTo(anna)).containsExactlyInAnyOrder("An email could not be delivered",
				"Something is waiting for the team");
	}

	@Test
	@Transactional
	void tellsAtTheEndOfTheHourOfWhatCameWithinIt() {
		begin();
		this.notice.tell(KIND, new EmailValues());
		TeamMember anna = TestTeam.newMember(this.application);
		this.notice.tell(KIND, new EmailValues());
		this.clock.advance(Duration.ofMinutes(59));
		this.notice.tellOwed(() -> ONE_WAITS);
		assertThat(mailsTo(anna)).isEmpty();
		this.clock.advance(Duration.ofMinutes(1));
		this.notice.tellOwed(() -> ONE_WAITS);
		this.notice.tellOwed(() -> ONE_WAITS);
		assertThat(mailsTo(anna)).containsExactly("Something is waiting for the team");
	}

	@Test
	@Transactional
	void keepsQuietWhereTheTeamHasDoneEverythingMeanwhile() {
		begin();
		this.notice.tell(KIND, new EmailValues());
		this.notice.tell(KIND, new EmailValues());
		TeamMember anna = TestTeam.newMember(this.application);
		this.clock.advance(Duration.ofHours(1));
		this.notice.tellOwed(List::of);
		assertThat(mailsTo(anna)).isEmpty();
	}

	@Test
	void tellsOnceWhereSeveralBeginAtTheSameMoment() throws Exception {
		for (int round = 0; round < 5; round++) {
			this.transaction.executeWithoutResult((status) -> begin());
			TeamMember anna = TestTeam.newMember(this.application);
			Callable<Boolean> tell = () -> {
				this.transaction.executeWithoutResult((status) -> this.notice.tell(KIND, new EmailValues()));
				return true;
			};
			try (var threads = Executors.newFixedThreadPool(4)) {
				for (var told : threads.invokeAll(List.of(tell, tell, tell, tell))) {
					assertThat(told.get()).isTrue();
				}
			}
			assertThat(mailsTo(anna)).hasSize(1);
		}
	}

	@Test
	void belongsToTheTransactionOfWhatItTells() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.notice.tell(KIND, new EmailValues()));
	}

	private void begin() {
		this.database.sql("delete from team_notice where template <> ''").update();
	}

	private List<String> mailsTo(TeamMember member) {
		return this.mails.findByOrderByCreatedAtDesc(Limit.unlimited())
			.stream()
			.filter((mail) -> mail.recipient().equals(member.email()))
			.map((mail) -> mail.subject())
			.toList();
	}

}
