package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.log.Followers.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersTest {

    @Test
    void whatWaitsBehindSomethingThatWaitsCountsToo() {
        Followers followers = new Followers(List.of(
                new Link("order", "customer"),
                new Link("item", "order"),
                new Link("rename", "customer"),
                new Link("note", "memo")));

        assertThat(followers.of("customer")).containsExactly("order", "rename", "item");
        assertThat(followers.of("order")).containsExactly("item");
        assertThat(followers.of("item")).isEmpty();
    }

    @Test
    void aCircleHasAnEnd() {
        Followers followers = new Followers(List.of(new Link("a", "b"), new Link("b", "a")));

        assertThat(followers.of("a")).containsExactly("b");
    }
}
