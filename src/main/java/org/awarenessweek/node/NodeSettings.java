package org.awarenessweek.node;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process shares the work with others on the same database.
 *
 * @param leaveAfter how long a node that was told to stop still takes requests while its
 * readiness is down already, so that a proxy that asks for it every few seconds sends no
 * more. Nothing is gained by it without such a proxy
 */
@ConfigurationProperties("node")
record NodeSettings(@DefaultValue("0s") Duration leaveAfter) {
}
