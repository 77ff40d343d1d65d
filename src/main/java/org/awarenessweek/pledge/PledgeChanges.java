package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Pages;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only class that changes pledges. The caller locks the pledge and decides why it
 * changes; each {@link PledgeFollower} follows the change.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PledgeChanges {

	private final Pledges pledges;

	private final List<PledgeFollower> followers;

	private final Pages pages;

	private final Clock clock;

	PledgeChanges(Pledges pledges, List<PledgeFollower> followers, Pages pages, Clock clock) {
		this.pledges = pledges;
		this.followers = followers;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Begins a pledge, which counts from now on.
	 * @param id the signature's id
	 * @throws org.springframework.dao.DataIntegrityViolationException if its mailbox
	 * already has one
	 */
	@Transactional
	public Pledge begin(UUID id, PledgeDetails details) {
		return begin(new Pledge(id, details, ReadableCode.random(CertificateNumber.LENGTH), this.clock.instant()));
	}

	/** Begins the pledge of the same person in a later edition. */
	public Pledge renew(Pledge earlier, Edition later) {
		return begin(earlier.renew(later, ReadableCode.random(CertificateNumber.LENGTH), this.clock.instant()));
	}

	/** Saves before any follower runs, so that the second of two at once fails. */
	@Transactional
	Pledge begin(Pledge begun) {
		Pledge pledge = this.pledges.saveAndFlush(begun);
		this.followers.forEach((follower) -> follower.follow(pledge, PledgeState.NOTHING));
		this.pages.forgetSeldomAfterCommit();
		return pledge;
	}

	/** Frees its mailbox, and forgets who signed. */
	public void withdraw(Pledge pledge) {
		change(pledge, (one) -> one.withdraw(this.clock.instant()));
	}

	/** Replaces the owner's details; the address must stay the same. */
	public void correct(Pledge pledge, Signatory corrected) {
		change(pledge, (one) -> one.correct(corrected));
	}

	/** Shows the owner's name on the wall, or takes it off. */
	public void showName(Pledge pledge, boolean shown) {
		change(pledge, (one) -> one.showName(shown));
	}

	/** Takes it off the wall, whatever its owner says. */
	public void hide(Pledge pledge) {
		change(pledge, Pledge::hide);
	}

	/** Lets the wall show it again, if its owner does. */
	public void stopHiding(Pledge pledge) {
		change(pledge, Pledge::stopHiding);
	}

	/**
	 * Stops counting it for now, and takes it off the wall.
	 * @param batch the batch, with the reason
	 */
	public void setAside(Pledge pledge, UUID batch) {
		change(pledge, (one) -> one.setAside(batch));
	}

	/** Counts it again. */
	public void bringBack(Pledge pledge) {
		change(pledge, Pledge::bringBack);
	}

	/** Forgets who signed; it still counts and keeps its address key. */
	public void erase(Pledge pledge) {
		change(pledge, Pledge::erase);
	}

	/** Forgets the owner's email address; the name stays. */
	public void forgetAddress(Pledge pledge) {
		change(pledge, Pledge::forgetAddress);
	}

	/** Forgets the network that it came from. */
	public void forgetNetwork(Pledge pledge) {
		change(pledge, Pledge::forgetNetwork);
	}

	private void change(Pledge pledge, Consumer<Pledge> step) {
		PledgeState before = pledge.state();
		step.accept(pledge);
		this.followers.forEach((follower) -> follower.follow(pledge, before));
		this.pages.forgetAfterCommit();
	}

}
