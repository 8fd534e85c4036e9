"""The peer: the same interface as Flask and gunicorn services usually have it, with flask-limiter and flask-cors."""

import datetime
import threading
import unicodedata
import uuid

from flask import Flask, jsonify, request
from flask_cors import CORS
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask(__name__)
CORS(app, origins=["https://app.example.com"])
limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
items = {}
order = []
lock = threading.Lock()


def clean(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).replace("<", "&lt;").replace(">", "&gt;")
    if isinstance(value, list):
        return [clean(element) for element in value]
    if isinstance(value, dict):
        return {name: clean(member) for name, member in value.items()}
    return value


@app.get("/")
def about():
    return jsonify(service="peer", version="1", store="memory")


@app.get("/health")
def health():
    return jsonify(status="UP")


@app.get("/api/data")
@limiter.limit("100000 per second")
def page():
    return jsonify(items=[items[id] for id in order[:20]])


@app.post("/api/data")
@limiter.limit("100000 per second")
def keep():
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        return jsonify(error="not an object"), 400
    item = {
        "id": str(uuid.uuid4()),
        "createdAt": datetime.datetime.now(datetime.timezone.utc).isoformat(),
        "data": clean(data),
    }
    with lock:
        items[item["id"]] = item
        order.append(item["id"])
        # Four workers together keep as many objects as the service does.
        if len(order) > 375:
            del items[order.pop(0)]
    return jsonify(item), 201
