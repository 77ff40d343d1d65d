package org.awarenessweek.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The week of one year. It is a draft until the team announces it. Only the team opens
 * and closes submissions and the pledge, never the date.
 */
@Entity
public class Edition {

	/** For how long an announcement can be taken back. */
	static final Duration SECOND_THOUGHTS = Duration.ofDays(1);

	/** How many days before and after the week an event still belongs to it. */
	public static final int NEARBY_DAYS = 14;

	/** How many weeks before the week its days and events matter more than its date. */
	private static final int WEEKS_OF_PREPARING = 12;

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@Column(name = "calendar_year")
	private int year;

	@Embedded
	private Week week;

	@Embedded
	private Wording wording;

	private boolean takesEvents;

	private boolean takesPledges;

	private @Nullable String eventsClosed;

	private @Nullable String pledgesClosed;

	private @Nullable Instant announcedAt;

	/** When it is to be announced by itself. */
	private @Nullable Instant announceAt;

	/** How often the private address of its dry run was replaced. */
	private int dryRun;

	/**
	 * A draft.
	 * @param week its days; the first gives the year
	 * @param wording its words
	 */
	public Edition(Week week, Wording wording) {
		this.id = UUID.randomUUID();
		this.year = week.first().getYear();
		this.week = week;
		this.wording = wording;
	}

	@SuppressWarnings("NullAway.Init")
	protected Edition() {
	}

	/** The edition's identity. */
	public UUID id() {
		return this.id;
	}

	/** How often it was changed; a form based on an older version is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The year, which is also its address. */
	public int year() {
		return this.year;
	}

	/** Its days. */
	public Week week() {
		return this.week;
	}

	/** Its phase on a day. */
	public Phase phase(LocalDate today) {
		Phase phase = this.week.phase(today);
		boolean early = theme() == null || today.isBefore(this.week.first().minusWeeks(WEEKS_OF_PREPARING));
		return (phase == Phase.BEFORE && early) ? Phase.SAVE_THE_DATE : phase;
	}

	/** The theme, if it is known. */
	public @Nullable String theme() {
		return this.wording.theme();
	}

	/** The theme in a word or two, or else the full theme. */
	public @Nullable String shortTheme() {
		return (this.wording.shortTheme() != null) ? this.wording.shortTheme() : theme();
	}

	/** What the theme is about, in paragraphs. */
	public List<String> themeText() {
		return this.wording.paragraphs();
	}

	/** The hashtags; the first is the week's own. */
	public List<Hashtag> hashtags() {
		return Hashtag.list(this.wording.hashtags());
	}

	/** What others say about the theme, word for word. */
	public List<Quotation> quotations() {
		return this.wording.quotations();
	}

	/** The topic of each day that has one, in order. */
	public Map<LocalDate, String> topics() {
		return this.wording.topicsByDay();
	}

	/** What people pledge this year, if there is a pledge. */
	public @Nullable String pledgeStatement() {
		return this.wording.promise().statement();
	}

	/** The pledge, in full and in short. */
	public PledgeWording promise() {
		return this.wording.promise();
	}

	Wording wording() {
		return this.wording;
	}

	/** Whether organisers may send events. */
	public boolean takesEvents() {
		return this.takesEvents;
	}

	/**
	 * Whether pages ask organisers for events: as long as they may send any, and not
	 * every day that belongs to the week is past.
	 */
	public boolean invitesEvents(LocalDate today) {
		return this.takesEvents && !today.isAfter(latestDay());
	}

	/** Whether people may sign the pledge. */
	public boolean takesPledges() {
		return this.takesPledges && pledgeStatement() != null;
	}

	/** Whether the team has opened the pledge, even if it has no statement yet. */
	public boolean wouldTakePledges() {
		return this.takesPledges;
	}

	/** Why it takes no events, and until when, if the team says so. */
	public @Nullable String eventsClosed() {
		return this.eventsClosed;
	}

	/** Why nobody can sign the pledge, and until when, if the team says so. */
	public @Nullable String pledgesClosed() {
		return this.pledgesClosed;
	}

	/**
	 * Whether an event on this day belongs to the week: one of its days, or at most 14
	 * days before or after.
	 */
	public boolean accepts(LocalDate day) {
		return !day.isBefore(earliestDay()) && !day.isAfter(latestDay());
	}

	/** The first day on which an event still belongs to the week. */
	public LocalDate earliestDay() {
		return this.week.first().minusDays(NEARBY_DAYS);
	}

	/** The last day on which an event still belongs to the week. */
	public LocalDate latestDay() {
		return this.week.last().plusDays(NEARBY_DAYS);
	}

	/** What the private address of its dry run is made of. */
	String dryRun() {
		return "dry run of " + this.id + " " + this.dryRun;
	}

	/** Gives its dry run another address. */
	void replaceDryRun() {
		this.dryRun++;
	}

	/** When it is to be announced by itself, if that is set. */
	public @Nullable Instant plannedAt() {
		return this.announceAt;
	}

	/** Whether the public may see it. */
	public boolean announced() {
		return this.announcedAt != null;
	}

	void rewrite(Week newWeek, Wording newWording) {
		if (newWeek.first().getYear() != this.year) {
			throw new IllegalStateException("the edition of " + this.year + " cannot move to another year");
		}
		this.week = newWeek;
		this.wording = newWording;
	}

	void openFor(boolean events, boolean pledges) {
		this.takesEvents = events;
		this.takesPledges = pledges;
		explain(this.eventsClosed, this.pledgesClosed);
	}

	/** Keeps the team's words about what is closed; what is open needs none. */
	void explain(@Nullable String closedEvents, @Nullable String closedPledges) {
		this.eventsClosed = this.takesEvents ? null : closedEvents;
		this.pledgesClosed = this.takesPledges ? null : closedPledges;
	}

	void announce(Instant now) {
		requireDraft();
		this.announcedAt = now;
		this.announceAt = null;
	}

	/** Sets a moment at which it is announced by itself, or none. */
	void announceAt(@Nullable Instant moment) {
		requireDraft();
		this.announceAt = moment;
	}

	/** Makes it a draft again. */
	void takeBack(Instant now) {
		if (!canBeTakenBack(now)) {
			throw new IllegalStateException("the edition of " + this.year + " was not announced within a day");
		}
		this.announcedAt = null;
	}

	/** Whether it was announced within the last day. */
	boolean canBeTakenBack(Instant now) {
		return this.announcedAt != null && now.isBefore(this.announcedAt.plus(SECOND_THOUGHTS));
	}

	private void requireDraft() {
		if (announced()) {
			throw new IllegalStateException("the edition of " + this.year + " has been announced already");
		}
	}

	/**
	 * A draft for the next year, with the same pledge, the hashtags moved on by a year,
	 * and no theme.
	 */
	Edition next() {
		return draft(this.year + 1, Hashtag.inYearAfter(this.year, this.wording.hashtags()),
				PledgeWording.of(pledgeStatement()));
	}

	/** A draft for a site that has had no week yet: of the June to come. */
	static Edition first(LocalDate today) {
		int year = today.getYear();
		return draft(today.isAfter(Week.ofJune(year).last()) ? year + 1 : year, "", PledgeWording.NONE);
	}

	/** Open for events and pledges, so that announcing it closes neither by accident. */
	private static Edition draft(int year, String hashtags, PledgeWording promise) {
		Edition draft = new Edition(Week.ofJune(year),
				new Wording(null, null, "", hashtags, List.of(), Map.of(), promise));
		draft.openFor(true, true);
		return draft;
	}

}
