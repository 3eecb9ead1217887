"""One questionnaire, answered on a page of its own: saved as it is answered, its totals under the questions."""
