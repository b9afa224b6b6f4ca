package io.gazetteer.api.schema.caching;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import org.springframework.stereotype.Component;

/**
 * Gives the memory of answers back that no one will ask for again. It is not what keeps them right:
 * an answer from before a crawl has another entity tag than one from after it.
 */
@Component
final class AnswerCacheEviction implements FinishedCrawlListener {
  private final AnswerCache answers;

  AnswerCacheEviction(AnswerCache answers) {
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
