package org.awarenessweek.event.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what an organiser has typed, and mails a link to go on with it. The email says
 * nothing of what was typed: anybody may have typed the address.
 */
@Service
public class EventDrafting {

	private static final String PURPOSE = "event-draft";

	private static final Logger LOG = LoggerFactory.getLogger(EventDrafting.class);

	private final EventDrafts drafts;

	private final Tokens tokens;

	private final OwnLinks links;

	private final Outbox outbox;

	private final Clock clock;

	EventDrafting(EventDrafts drafts, Tokens tokens, OwnLinks links, Outbox outbox, Clock clock) {
		this.drafts = drafts;
		this.tokens = tokens;
		this.links = links;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed, and mails a link to it. Pressing the button twice keeps it
	 * once.
	 * @param secret of the link to a draft that this one replaces; a draft for another
	 * mailbox is a new one, so that no link of the former reader opens it
	 * @param typed every field of the form, as JSON
	 */
	@RetryOnConflict
	@Transactional
	public void save(@Nullable String secret, EmailAddress to, @Nullable String title, String typed) {
		String mailbox = to.mailbox();
		find(secret).filter((draft) -> !draft.isOf(mailbox)).ifPresent(this::forget);
		UUID same = UUID.nameUUIDFromBytes((mailbox + "\n" + typed).getBytes(StandardCharsets.UTF_8));
		EventDraft draft = find(secret).or(() -> this.drafts.findById(same))
			.orElseGet(() -> new EventDraft(same, mailbox, title, typed, this.clock.instant()));
		draft.save(mailbox, title, typed, this.clock.instant());
		this.drafts.save(draft);
		this.outbox.addOnce(to, "event-draft " + draft.id(), Email.EVENT_DRAFT,
				new EmailValues().link(Placeholder.DRAFT, link(draft)).link(Placeholder.MINE, this.links.to(to)));
	}

	/** A new link to a draft, for the reader of its mailbox alone. */
	private String link(EventDraft draft) {
		return "/calendar/draft?token=" + this.tokens.issue(PURPOSE, draft.id(), EventDraft.KEPT).secret();
	}

	/**
	 * The draft that an emailed link leads to. On the page of an address, the link is
	 * that page's own with the id of the draft after a dot.
	 */
	@Transactional(readOnly = true)
	public Optional<EventDraft> find(@Nullable String secret) {
		int dot = (secret != null) ? secret.indexOf('.') : -1;
		return (secret == null || dot < 0) ? this.tokens.subject(PURPOSE, secret).flatMap(this.drafts::findById)
				: this.links.owner(secret.substring(0, dot))
					.flatMap((owner) -> this.drafts.of(owner.mailbox())
						.stream()
						.filter((draft) -> draft.id().toString().equals(secret.substring(dot + 1)))
						.findFirst());
	}

	/** Deletes a draft, as once the event is sent. */
	@Transactional
	public void forget(@Nullable String secret) {
		find(secret).ifPresent(this::forget);
	}

	/**
	 * Deletes all drafts of an address.
	 * @return how many
	 */
	@Transactional
	public int forget(EmailAddress address) {
		List<EventDraft> all = this.drafts.of(address.mailbox());
		all.forEach(this::forget);
		return all.size();
	}

	private void forget(EventDraft draft) {
		this.tokens.forget(PURPOSE, draft.id());
		this.drafts.delete(draft.id());
	}

	/** Deletes drafts that nobody went on with. */
	@Transactional
	@Scheduled(cron = "0 15 3 * * *", zone = "Europe/London")
	public void deleteOld() {
		int deleted = this.drafts.deleteSavedBefore(this.clock.instant().minus(EventDraft.KEPT));
		LOG.info("Deleted {} drafts of events", deleted);
	}

}
