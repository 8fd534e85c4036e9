wrk.method = "POST"
wrk.body = '{"name": "benchmark", "sizes": [1, 2.5, 3], "nested": {"text": "some <b>text</b>"}}'
wrk.headers["Content-Type"] = "application/json"
