package org.awarenessweek.event;

import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.Words;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes place in or near the week. It moves from status to status only as
 * {@link EventStatus#mayBecome} allows; "full" and "pinned" are separate marks. It keeps
 * every address it ever had.
 */
@Entity
public class Event {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Edition edition;

	private String slug;

	@ElementCollection
	@CollectionTable(name = "event_slug", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "slug")
	private Set<String> slugs = new HashSet<>();

	@Embedded
	private EventDetails details;

	@Embedded
	private EventTime time;

	@Embedded
	private Place place;

	@Embedded
	private Organiser organiser;

	@Embedded
	private EventLookup lookup;

	/** Equal for events that are one thing, which takes place more than once. */
	@Column(name = "series_id")
	private @Nullable UUID series;

	/** When its organiser is to be asked; that changes nothing that a form shows. */
	@OptimisticLock(excluded = true)
	private @Nullable Instant askAt;

	/** The last part of the address of the organiser's page, for every name it had. */
	@ElementCollection
	@CollectionTable(name = "event_organiser", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "slug")
	private Set<String> organiserSlugs = new HashSet<>();

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private EventStatus status = EventStatus.UNCONFIRMED;

	/** Whether visitors see it: derived from the status, and stored to search by. */
	private boolean listed;

	@Column(name = "fully_booked")
	private boolean full;

	private boolean pinned;

	/** Equal for equal submissions, so that sending one twice makes one event. */
	private @Nullable String submissionKey;

	private Instant submittedAt;

	private @Nullable Instant publishedAt;

	@Embedded
	private EventHistory history;

	/** For JPA alone. */
	@SuppressWarnings("NullAway.Init")
	protected Event() {
	}

	Event(UUID id, Edition edition, String slug, EventContent content, Instant now) {
		this.id = id;
		this.edition = edition;
		this.slug = slug;
		this.slugs.add(slug);
		this.submittedAt = now;
		this.details = content.details();
		this.time = content.time();
		this.place = content.place();
		this.organiser = content.organiser();
		this.lookup = EventLookup.of(content);
		this.organiserSlugs.add(this.lookup.organiserSlug());
		this.history = EventHistory.begun(now);
	}

	/** The organiser has shown that the address is theirs. */
	void confirm() {
		become(EventStatus.WAITING);
		this.askAt = null;
	}

	/** The organiser sends a declined one again. */
	void sendAgain(EventContent content, Instant now) {
		if (this.status != EventStatus.DECLINED) {
			throw new IllegalStateException("Only a declined event is sent again, not one that is " + this.status);
		}
		become(EventStatus.WAITING);
		describe(content, now);
	}

	/** Puts it on the calendar, for the first time or once a new time is found. */
	void publish(Instant now) {
		become(EventStatus.PUBLISHED);
		this.publishedAt = (this.publishedAt != null) ? this.publishedAt : now;
		changed(now);
	}

	void decline() {
		become(EventStatus.DECLINED);
	}

	void postpone(Instant now) {
		become(EventStatus.POSTPONED);
		changed(now);
	}

	void cancel(Instant now) {
		become(EventStatus.CANCELLED);
		changed(now);
	}

	private void become(EventStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("What is " + this.status + " does not become " + next);
		}
		this.status = next;
		this.listed = next.isPublic();
	}

	private void changed(Instant now) {
		this.history = this.history.changed(now);
	}

	/** Replaces its whole description; visitors are told of another time or place. */
	void describe(EventContent content, Instant now) {
		if (this.listed) {
			this.history = this.history.withNews(content(), content);
		}
		this.details = content.details();
		this.time = content.time();
		this.place = content.place();
		this.organiser = content.organiser();
		this.lookup = EventLookup.of(content);
		this.organiserSlugs.add(this.lookup.organiserSlug());
		changed(now);
	}

	/** Changes its address; those that visitors know still lead here. */
	void moveTo(String slug, Instant now) {
		if (!this.status.isPublic()) {
			this.slugs.clear();
		}
		this.slug = slug;
		this.slugs.add(slug);
		changed(now);
	}

	void markFull(boolean full, Instant now) {
		requirePublic();
		this.full = full;
		changed(now);
	}

	void pin(boolean pinned) {
		requirePublic();
		this.pinned = pinned;
	}

	/** Replaces the links to watch it. */
	void addLinks(@Nullable String live, @Nullable String recording, Instant now) {
		requirePublic();
		this.details = this.details.withLinks(live, recording);
		changed(now);
	}

	/** Notes that its organiser did something that the team has not seen. */
	void changedByOrganiser() {
		this.history = this.history.withUnseen(this.history.unseen() + 1);
	}

	/** Notes that the team has seen all that its organiser did. */
	void seenByTeam() {
		this.history = this.history.withUnseen(0);
	}

	private void requirePublic() {
		if (!this.status.isPublic()) {
			throw new IllegalStateException("Only an event on the calendar has marks, not one that is " + this.status);
		}
	}

	/** Notes which submission this is, and when it was last sent. */
	void submitted(String key, Instant now) {
		this.submissionKey = key;
		this.submittedAt = now;
	}

	/** Makes it one of several that are the same thing. */
	void join(@Nullable UUID series) {
		this.series = series;
	}

	/**
	 * Notes when its organiser is to be asked to confirm it; {@code null} once they are.
	 */
	void askAt(@Nullable Instant moment) {
		this.askAt = moment;
	}

	/** Which submission it is; {@code null} if it was not sent through the form. */
	@Nullable String submissionKey() {
		return this.submissionKey;
	}

	/** Whether its organiser is still to be asked to confirm it. */
	boolean isToBeAsked() {
		return this.askAt != null;
	}

	/** Has it be found by what its texts say now. */
	void indexAnew() {
		this.lookup = EventLookup.of(content());
	}

	/** Forgets the organiser's contact. */
	void eraseContact() {
		this.organiser = this.organiser.withoutContact();
		indexAnew();
		this.submissionKey = null;
		this.askAt = null;
	}

	/** Whether an address is that of its organiser, however it is spelled. */
	boolean isOf(@Nullable EmailAddress address) {
		return address != null && address.mailbox().equals(this.lookup.mailbox());
	}

	/**
	 * Whether visitors can write to its organiser: as long as we have an address, also
	 * when it is cancelled or over, as people who booked then ask most.
	 */
	public boolean takesQuestions() {
		return this.listed && this.organiser.contact() != null;
	}

	/** Whether it has the title and the beginning of another. */
	boolean isAs(EventContent other) {
		return Words.ofName(title()).equals(Words.ofName(other.title()))
				&& Objects.equals(this.time.startsAt(), other.time().startsAt());
	}

	/** How far it has come; {@code null} unless it is on as planned. */
	public EventTime.@Nullable Phase phase(Instant now) {
		EventTime.Phase phase = isUndated(now) ? EventTime.Phase.OVER : this.time.phase(now);
		return (this.status == EventStatus.PUBLISHED) ? phase : null;
	}

	/** Whether it never got a date, and every day that belongs to its week is past. */
	public boolean isUndated(Instant now) {
		return !this.time.isKnown() && turns().noneMatch(now::isBefore);
	}

	/** The moments at which its phase changes. */
	public Stream<Instant> turns() {
		return this.time.isKnown() ? this.time.turns()
				: Stream.of(this.edition.latestDay().plusDays(1).atStartOfDay(HomeZone.get()).toInstant());
	}

	/** The one thing that its page offers at this moment. */
	public EventDetails.Offer offer(Instant now) {
		EventTime.Phase phase = phase(now);
		return (phase != null) ? this.details.offer(phase, this.full, this.place.format().isOnline())
				: EventDetails.Offer.NOTHING;
	}

	public UUID id() {
		return this.id;
	}

	/** Rises with every change; a form made from an older version is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	public Edition edition() {
		return this.edition;
	}

	/** The id that all events of its series share, if it takes place more than once. */
	public @Nullable UUID series() {
		return this.series;
	}

	/** The last part of its address. */
	public String slug() {
		return this.slug;
	}

	/** The path of its page. */
	public String path() {
		return "/calendar/" + this.slug;
	}

	public String title() {
		return this.details.title();
	}

	/** All that is said of it. */
	public EventContent content() {
		return new EventContent(this.details, this.time, this.place, this.organiser);
	}

	public EventDetails details() {
		return this.details;
	}

	public EventTime time() {
		return this.time;
	}

	public Place place() {
		return this.place;
	}

	public Organiser organiser() {
		return this.organiser;
	}

	public EventStatus status() {
		return this.status;
	}

	public boolean isFull() {
		return this.full;
	}

	public boolean isPinned() {
		return this.pinned;
	}

	/** The path of its organiser's page. */
	public String organiserPath() {
		return "/calendar/by/" + this.lookup.organiserSlug();
	}

	public Instant submittedAt() {
		return this.submittedAt;
	}

	/** When it was first put on the calendar. */
	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/** How often it was changed, and when, and what visitors must know of that. */
	public EventHistory history() {
		return this.history;
	}

}
