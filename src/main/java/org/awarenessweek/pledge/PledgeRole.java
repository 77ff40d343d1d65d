package org.awarenessweek.pledge;

/**
 * What signatories do, as the form offers it; the labels are in
 * {@code messages.properties}. The profession that the week is about is offered if the
 * team has named it.
 */
public enum PledgeRole {

	HEALTH_VISITOR, MIDWIFE, NURSE, GP, PAEDIATRICIAN, PSYCHIATRIST, PSYCHOLOGIST, PSYCHOTHERAPIST,
	INFANT_MENTAL_HEALTH, SOCIAL_WORKER, FAMILY_SUPPORT, EARLY_YEARS, TEACHER, COMMISSIONER, POLICY, RESEARCHER,
	CHARITY, STUDENT, PARENT, OTHER

}
