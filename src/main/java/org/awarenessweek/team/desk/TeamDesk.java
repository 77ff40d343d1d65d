package org.awarenessweek.team.desk;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.team.TeamNotice;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's queues: those of all features, and undelivered emails. */
@Service
@Transactional
class TeamDesk {

	private final ObjectProvider<TeamTasks> features;

	private final OutgoingMails mails;

	private final Outbox outbox;

	private final TeamNotice notice;

	private final TeamRecords records;

	TeamDesk(ObjectProvider<TeamTasks> features, OutgoingMails mails, Outbox outbox, TeamNotice notice,
			TeamRecords records) {
		this.features = features;
		this.mails = mails;
		this.outbox = outbox;
		this.notice = notice;
		this.records = records;
	}

	/** All queues, including empty ones. */
	@Transactional(readOnly = true)
	List<TeamTask> tasks() {
		var undelivered = new TeamTask("Undelivered emails", "/team/mails?status=GIVEN_UP", this.mails.countGivenUp());
		return Stream
			.concat(this.features.orderedStream().flatMap((feature) -> feature.waiting().stream()),
					Stream.of(undelivered))
			.toList();
	}

	/** Since when no emails go out, and why, if so. */
	Outbox.@Nullable Outage outage() {
		return this.outbox.outage();
	}

	/** Tries a given-up email for another day. */
	void sendAgain(String by, UUID mail) {
		this.outbox.sendAgain(mail);
		this.records.add(by, mail, "had an email sent again");
	}

	/**
	 * Notifies the team of emails given up since the last notice, and of anything that
	 * arrived within the hour after one. Emails to members do not count: a notice about
	 * them would be another email that does not reach them.
	 */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void remind() {
		this.notice.awaitTurn();
		if (this.mails.countGivenUpSince(this.notice.lastTold(Email.TEAM_MAILS), this.notice.readers()) > 0) {
			this.notice.tell(Email.TEAM_MAILS, new EmailValues());
		}
		this.notice.tellOwed(() -> tasks().stream().filter((task) -> task.open() > 0).toList());
	}

}
