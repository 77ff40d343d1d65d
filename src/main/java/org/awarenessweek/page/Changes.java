package org.awarenessweek.page;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.event.spi.AbstractPostDatabaseOperationEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees when an entity {@link OnPublicPages} changes: other nodes are told in the same
 * transaction, last of all that it does, and the pages of this one are forgotten as soon
 * as it has ended, however it ended.
 */
@Component
class Changes implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

	private final Pages pages;

	private final OtherNodes others;

	Changes(EntityManagerFactory entities, Pages pages, OtherNodes others) {
		this.pages = pages;
		this.others = others;
		var listeners = entities.unwrap(SessionFactoryImplementor.class).getEventEngine().getListenerRegistry();
		listeners.appendListeners(EventType.POST_INSERT, this);
		listeners.appendListeners(EventType.POST_UPDATE, this);
		listeners.appendListeners(EventType.POST_DELETE, this);
	}

	@Override
	public void onPostInsert(PostInsertEvent event) {
		OnPublicPages shown = shown(event);
		if (shown != null && !shown.newOnesLater() && isShown(shown, event, event.getState())) {
			note(event);
		}
	}

	@Override
	public void onPostUpdate(PostUpdateEvent event) {
		OnPublicPages shown = shown(event);
		if (shown != null && (isShown(shown, event, event.getState()) || isShown(shown, event, event.getOldState()))) {
			note(event);
		}
	}

	@Override
	public void onPostDelete(PostDeleteEvent event) {
		OnPublicPages shown = shown(event);
		if (shown != null && isShown(shown, event, event.getDeletedState())) {
			note(event);
		}
	}

	private static @Nullable OnPublicPages shown(AbstractPostDatabaseOperationEvent event) {
		return event.getEntity().getClass().getAnnotation(OnPublicPages.class);
	}

	/** Without knowing what it was, it is taken for shown. */
	private static boolean isShown(OnPublicPages shown, AbstractPostDatabaseOperationEvent event,
			Object @Nullable [] state) {
		return shown.where().isEmpty() || state == null
				|| Boolean.TRUE.equals(state[event.getPersister().getPropertyIndex(shown.where())]);
	}

	private void note(AbstractPostDatabaseOperationEvent event) {
		if (!TransactionSynchronizationManager.hasResource(this)) {
			Change change = new Change();
			TransactionSynchronizationManager.bindResource(this, change);
			TransactionSynchronizationManager.registerSynchronization(change);
			event.getSession().getTransactionCompletionCallbacks().registerCallback(change);
		}
	}

	/** All changes of one transaction. */
	private final class Change implements BeforeCompletionCallback, TransactionSynchronization {

		private long number;

		@Override
		public void doBeforeTransactionCompletion(SharedSessionContractImplementor session) {
			this.number = Changes.this.others.tell();
		}

		/** A transaction within this one is another. */
		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(Changes.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(Changes.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(Changes.this);
			if (status == STATUS_COMMITTED) {
				Changes.this.others.know(this.number);
			}
			Changes.this.pages.changed();
		}

	}

}
