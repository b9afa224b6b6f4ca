package io.gazetteer.api.schema.caching;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import org.springframework.stereotype.Component;

/**
 * Gives the memory of answers back that no one will ask for again. It is not what keeps them right:
 * an answer from before a crawl has another validator than one from after it.
 */
@Component
final class FinishedAnswers implements FinishedCrawlListener {
  private final KeptAnswers answers;

  FinishedAnswers(KeptAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    answers.forget(crawl.dataSourceId());
  }

  @Override
  public void crawlsMissed() {
    answers.forgetAll();
  }
}
