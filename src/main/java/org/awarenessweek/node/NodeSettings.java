package org.awarenessweek.node;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process shares the work with others on the same database.
 *
 * @param leaveAfter how long a node that was told to stop still takes requests while its
 * readiness is down already: until proxies that ask for it send no more, and those that
 * do not ask have found out that the node restarted before is back. Nothing is gained by
 * it on a single node
 */
@ConfigurationProperties("node")
record NodeSettings(@DefaultValue("0s") Duration leaveAfter) {
}
